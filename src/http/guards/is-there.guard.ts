import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { notFound } from '../problems.js';
import { requiredEntryOf } from '../route.js';
import { HTTP_SETTINGS, type HttpSettings } from '../settings.js';

/** Before everything: is there such a route here? What belongs to a demonstration is nowhere else to be found. */
@Injectable()
export class IsThereGuard implements CanActivate {
  constructor(@Inject(HTTP_SETTINGS) private readonly settings: HttpSettings) {}

  canActivate(context: ExecutionContext): true {
    const { onlyIn } = requiredEntryOf(context.getHandler());
    if (onlyIn === 'demonstration' && this.settings.demonstration !== true) throw notFound();
    return true;
  }
}
