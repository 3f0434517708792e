import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { RouteEntry } from '../../contract/routes/route.js';
import { tableFault } from './table-fault.js';
import { entryOf } from './route.js';
import { HTTP_SETTINGS, type HttpSettings } from './settings.js';

/** Stops the start, with one line, unless handlers and table fit each other one to one. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  private readonly scanner = new MetadataScanner();

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(HTTP_SETTINGS) private readonly settings: HttpSettings,
  ) {}

  onModuleInit(): void {
    const fault = tableFault(this.settings.routes) ?? this.handlerFault();
    if (fault !== undefined) throw new Error(fault);
  }

  private handlerFault(): string | undefined {
    const names = new Map(Object.entries(this.settings.routes).map(([name, entry]) => [entry, name]));
    const handled = new Map<RouteEntry, string>();
    for (const { place, handler, prefix } of this.handlers()) {
      const entry = entryOf(handler);
      if (!entry || !names.has(entry))
        return `${place} answers requests without an entry in the table of routes.`;
      if (prefix !== '/')
        return `${place} stands below the path "${prefix}": a path is said in the table only.`;
      const other = handled.get(entry);
      if (other !== undefined) return `${place} and ${other} both handle the route "${names.get(entry)}".`;
      handled.set(entry, place);
    }
    const orphan = [...names].find(([entry]) => !handled.has(entry));
    return orphan && `The route "${orphan[1]}" (${orphan[0].method} ${orphan[0].path}) has no handler.`;
  }

  private *handlers() {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) continue;
        const prefix = String(Reflect.getMetadata(PATH_METADATA, metatype));
        yield { place: `${metatype.name}.${name}`, handler, prefix };
      }
    }
  }
}
