import type { Type } from '@nestjs/common';

/** An answer with these fields as an instance of its view: REST tells by the class what may be shown to whom. */
export function viewOf<V extends object>(view: Type<V>, fields: V): V {
  return Object.assign(new view(), fields);
}
