"""The names of commands and options in the languages that Discord and Teapot share."""

from collections.abc import Mapping

from discord import Locale
from discord.app_commands import TranslationContextTypes, Translator, locale_str

from teapot.catalogue import Catalogue
from teapot.entries import Language

OURS: Mapping[Locale, Language] = {Locale.chinese: "zh-Hans", Locale.taiwan_chinese: "zh-Hant"}


class Sentences(Translator):
    """Translates what ``commands.sentence`` made."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    async def translate(
        self,
        string: locale_str,
        locale: Locale,
        context: TranslationContextTypes,  # noqa: ARG002  discord.py may pass it by this name
    ) -> str | None:
        """The sentence in that locale; None for other locales and for strings that are not ours."""
        name, language = string.extras.get("sentence"), OURS.get(locale)
        return self.catalogue.say(name, language) if name is not None and language is not None else None
