import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { forbidden } from '../problems.js';
import type { LotseRequest } from '../request.js';
import { requiredEntryOf } from '../route.js';

/** Fourth: may this role do this, and to this journey? */
@Injectable()
export class RoleGuard implements CanActivate {
  canActivate(context: ExecutionContext): true {
    const { permission } = requiredEntryOf(context.getHandler());
    if (permission === 'public') return true;
    const { account, access } = context.switchToHttp().getRequest<LotseRequest>();
    if (!account || !permission.roles.includes(account.role)) {
      throw forbidden(
        `Found the role ${account?.role ?? 'none'}, expected ${permission.roles.join(' or ')}.`,
      );
    }
    if (access === 'reduced' && !permission.reducedView) throw forbidden('This journey has another coach.');
    return true;
  }
}
