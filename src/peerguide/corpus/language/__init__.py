"""Words that strain plain language, as data: their file and its shape, the notation of phrases, and the ready words in the cache."""
