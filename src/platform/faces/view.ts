import type { Type } from '@nestjs/common';

/** An instance of a view with these fields: REST decides by the class which of them a caller may see. */
export function viewOf<V extends object>(view: Type<V>, fields: V): V {
  return Object.assign(new view(), fields);
}
