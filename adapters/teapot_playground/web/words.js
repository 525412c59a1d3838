// The page's own words, in the language that the person chose.

export const LANGUAGES = ["en", "zh-Hans", "zh-Hant"];
const LOCALES = { en: "en-US", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };

/** Says things by name: `say("send")`, `say("reason-too-old", { minutes })`. */
export class Words {
  constructor(texts, language) {
    this.texts = texts;
    this.language = language;
  }

  /** The locale that a chat platform would report for this person. */
  get locale() {
    return LOCALES[this.language];
  }

  say(name, values = {}) {
    return this.texts[name][this.language].replace(/\{(\w+)\}/g, (_, value) => values[value]);
  }

  /** A time of day as people write it. */
  time(moment) {
    return new Intl.DateTimeFormat(this.locale, { hour: "2-digit", minute: "2-digit" }).format(moment);
  }

  /** A span of time in whole minutes, or in seconds below one minute. */
  span(seconds) {
    const [amount, unit] = seconds >= 60 ? [Math.round(seconds / 60), "minute"] : [seconds, "second"];
    return new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "long" }).format(amount);
  }

  /** Fill in every element that names its words: data-say, data-say-label, data-say-title, data-say-placeholder. */
  applyTo(root) {
    root.documentElement.lang = this.language;
    for (const one of root.querySelectorAll("[data-say]")) {
      one.textContent = this.say(one.dataset.say);
    }
    for (const [key, attribute] of [["sayLabel", "aria-label"], ["sayTitle", "title"], ["sayPlaceholder", "placeholder"]]) {
      const selector = `[data-${key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}]`;
      for (const one of root.querySelectorAll(selector)) {
        one.setAttribute(attribute, this.say(one.dataset[key]));
      }
    }
  }
}

/** The first of the browser's languages that the page speaks. */
export function preferredLanguage(tags) {
  for (const tag of tags) {
    const [language, ...parts] = tag.toLowerCase().split("-");
    if (language === "zh") {
      return parts.some((part) => ["tw", "hk", "mo", "hant"].includes(part)) ? "zh-Hant" : "zh-Hans";
    }
    if (language === "en") {
      return "en";
    }
  }
  return "en";
}
