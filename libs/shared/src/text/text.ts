/** BCP 47 language tag, for example `en`, `de` or `zh-Hant`. */
export type LanguageTag = string;

/** A text in one or more languages: `{ en: 'Charred leeks', de: 'Verkohlter Lauch' }`. */
export type Text = Readonly<Record<LanguageTag, string>>;
