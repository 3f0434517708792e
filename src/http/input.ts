import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { LotseRequest } from './request.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<LotseRequest>();

/** Everything the caller sent, checked: `@Input() input: InputOf<typeof routes.openJourney>`. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).input,
);

/** The account that is signed in. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).account,
);

/** The journey of the path, as the check of its scope has found it. */
export const JourneyOfPath = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).journey,
);

/** `full` or `reduced`: how much of this journey the account may see. */
export const JourneyAccess = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).access,
);
