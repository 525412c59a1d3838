"""The one HTTP port: health, readiness and the pages that adapters bring."""
