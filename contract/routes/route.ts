import type { z } from 'zod';
import type { Role } from '../access.js';

/** A body that is not JSON and is handed on as bytes; `bytes` lists the media types that are taken. */
export interface BytesBody {
  bytes: readonly string[];
}

/** Who may call a route. */
export type Permission =
  | 'public'
  | {
      roles: readonly Role[];
      /**
       * `journey`: the path's `:id` leads to one journey, which must be in the caller's scope.
       * `list`: the answer holds only what is in the caller's scope. `none`: nothing of a journey.
       */
      scope: 'none' | 'journey' | 'list';
      /** What `:id` names when it is not the journey itself, for example `deadline`. */
      idOf?: string;
      /** The route has a reduced answer for a coach who looks at a colleague's journey; without it she gets 403. */
      reducedView?: true;
      /** What the body names decides too: which milestone, into which commune and with which exception, or what is done to many. */
      bodyDecides?: 'milestone' | 'opening' | 'bulk';
    };

/** One route as clients see it: the server, its documentation and its guards all read this entry. */
export interface RouteEntry {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The whole path, parameters as `:name`. */
  path: `/${string}`;
  summary: string;
  permission: Permission;
  /** It is there in a demonstration only; elsewhere the address names nothing: 404, whatever is sent. */
  onlyIn?: 'demonstration';
  /** Without it every parameter is a UUID. A path that does not fit names nothing: 404. */
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Headers of its own, by their names in small letters; others are let pass. */
  headers?: z.ZodObject;
  body?: z.ZodType | BytesBody;
  /** Of a stream of events: the data of each. */
  answer?: z.ZodType;
  /** The media type of the answer; JSON where nothing else is said. */
  answerType?:
    | 'text/plain'
    | 'text/html'
    | 'text/css'
    | 'text/csv'
    | 'text/javascript'
    | 'text/event-stream'
    | 'application/octet-stream';
  /** The status of success. */
  status: number;
  /** The answer is one journey and carries its `version` as ETag. */
  etag?: true;
  /** The act can be taken back: a header `Link` (rel `undo`) names where, unless it recorded nothing new. */
  undo?: true;
  /** In bytes; 1 MiB where nothing else is said. */
  bodyLimit?: number;
  /** Shown in the documentation and tried by the tests; a query as it is written, a body of bytes as its text. */
  examples?: { body?: unknown; query?: Readonly<Record<string, string>>; answer?: unknown };
}

export type RouteTable = Readonly<Record<string, RouteEntry>>;

type Read<S, Otherwise> = S extends BytesBody ? Uint8Array : S extends z.ZodType ? z.output<S> : Otherwise;

/** What a handler gets: everything the caller sent, checked against the route's entry. */
export interface InputOf<R extends RouteEntry> {
  params: Read<R['params'], Readonly<Record<string, string>>>;
  query: Read<R['query'], Readonly<Record<string, never>>>;
  headers: Read<R['headers'], Readonly<Record<string, never>>>;
  body: Read<R['body'], undefined>;
  /** The version the caller has seen, from `If-Match`. Writes only. */
  ifMatch?: number;
  /** Names the command, so that sending it twice has one effect. Writes only. */
  idempotencyKey?: string;
}

/** An answer that comes piece by piece. */
interface Streamed {
  getStream(): AsyncIterable<unknown>;
}

/** What a handler answers. */
export type AnswerOf<R extends RouteEntry> = R['answerType'] extends 'text/event-stream'
  ? Streamed
  : R['answer'] extends z.ZodType
    ? z.input<R['answer']>
    : unknown;
