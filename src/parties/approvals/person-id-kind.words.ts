import { type CodeOf, defineVocabulary } from '../../kernel/index.js';

/** By what kind of number a person is known; left out it is told from the number. */
export const PERSON_ID_KIND = defineVocabulary({
  resident_id: { en: 'Number of a resident identity card, 18 characters (GB 11643).', zh: '居民身份证' },
  hmt_residence_permit: {
    en: 'Residence permit of a resident of Hong Kong, Macao or Taiwan, 18 characters.',
    zh: '港澳台居民居住证',
  },
  foreigner_residence_card: { en: 'Permanent residence card of a foreigner.', zh: '外国人永久居留身份证' },
  passport: { en: 'The travel document of any country but China’s own cards.', zh: '护照' },
  hmt_travel_permit: {
    en: 'Mainland travel permit of a resident of Hong Kong, Macao or Taiwan.',
    zh: '港澳台居民来往内地通行证',
  },
});
export type PersonIdKind = CodeOf<typeof PERSON_ID_KIND>;
