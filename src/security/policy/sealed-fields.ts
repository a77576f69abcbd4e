/** The fields of a customer that identify a person: sealed from the first import on. A company may shorten the list. */
export const SEALED_FIELDS = [
  ...(['name', 'phone', 'email', 'wechat', 'weibo', 'linkedin', 'address', 'birthday', 'lunarBirthday'] as const),
] as const;
export type SealedField = (typeof SEALED_FIELDS)[number];
