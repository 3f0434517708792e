import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { LotseRequest } from '../http/request.js';
import { languageFrom } from './views/language.js';

/** Who calls, and in which language she reads: `@CurrentReader() reader: Reader`. */
export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { account, headers } = context.switchToHttp().getRequest<LotseRequest>();
  return { account, language: languageFrom(headers['accept-language']) };
});
