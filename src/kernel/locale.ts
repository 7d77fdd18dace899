/** The two languages user-facing texts exist in. */
export type Locale = 'en' | 'zh-CN';
export type Texts = { readonly en: string; readonly zh: string };

/** Picks the language of an `Accept-Language` header (RFC 9110): the best-weighted of the two supported, English otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  let best: Locale = 'en';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find(Boolean);
    const weight = quality === undefined ? 1 : Number(quality);
    const locale: Locale | undefined = tag.startsWith('zh') ? 'zh-CN' : tag.startsWith('en') ? 'en' : undefined;
    if (locale && weight > bestWeight) {
      best = locale;
      bestWeight = weight;
    }
  }
  return best;
}

/** Fills `{name}` places of a text. A missing value leaves the place empty rather than showing a template. */
export function fill(texts: Texts, locale: Locale, values: Record<string, unknown> = {}): string {
  const template = locale === 'zh-CN' ? texts.zh : texts.en;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
