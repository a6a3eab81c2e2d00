import { locale } from './i18n.ts';
import { noteServerTime } from './time.ts';
import type { Violation } from './types.ts';

const ROOT = '/api/v1';
const READ_RETRIES = [400, 1200];
const PATIENCE = 60_000;

/** The server understood and refused. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly violations: Violation[],
  ) {
    super(detail);
  }
}

/** Nobody answered: no network, or the server is away. */
export class Unreachable extends Error {}

/** The session is over. */
export class LoggedOut extends Error {}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

export interface CallOptions {
  /** The media type, JSON by default. */
  accept?: string;
  body?: unknown;
  ifMatch?: string;
  /** Makes a repeated creation harmless. */
  idempotencyKey?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let whenLoggedOut: () => void = () => undefined;

export function onLoggedOut(listener: () => void): void {
  whenLoggedOut = listener;
}

export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** `params` without those that are empty, as a query string. */
export function query(params: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<Answer<T>> {
  const response = await answer(method, path, options);
  const text = await response.text();
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('ETag') };
}

export async function get<T>(path: string): Promise<T> {
  return (await call<T>('GET', path)).data;
}

/** Saves a CSV in the language of the page, which a mere link would ask for in the browser's. */
export async function downloadCsv(path: string, fileName: string): Promise<void> {
  const text = await (await answer('GET', path, { accept: 'text/csv' })).text();
  const link = document.createElement('a');
  // Spreadsheets take text for UTF-8 if it begins with this mark.
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}

async function answer(method: Method, path: string, options: CallOptions): Promise<Response> {
  const response = await sendPatiently(method, path, options);
  noteServerTime(response.headers.get('Date'));
  if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 499) {
    whenLoggedOut();
    throw new LoggedOut();
  }
  if (!response.ok) {
    throw await refusalOf(response);
  }
  return response;
}

/**
 * Sends a form with files, which may take a while.
 *
 * @param progress is told the share that has been sent, from 0 to 1
 */
export function upload<T>(path: string, form: FormData, progress: (share: number) => void): Promise<T> {
  return new Promise((done, failed) => {
    // Of the two ways to send, only this one tells how far it is.
    const request = new XMLHttpRequest();
    request.open('POST', ROOT + path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', locale());
    request.setRequestHeader('X-Requested-With', 'siyu');
    request.upload.onprogress = (e) => progress(e.lengthComputable ? e.loaded / e.total : 0);
    request.onerror = () => failed(new Unreachable('upload'));
    request.onload = () => {
      if (request.status === 401 || request.status === 499) {
        whenLoggedOut();
        failed(new LoggedOut());
      } else if (request.status >= 200 && request.status < 300) {
        done(JSON.parse(request.responseText) as T);
      } else {
        failed(refusal(request.status, request.responseText));
      }
    };
    request.send(form);
  });
}

/** Reads are repeated when nobody answers; changes never are, the caller decides. */
async function sendPatiently(method: Method, path: string, options: CallOptions): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const mayRetry = method === 'GET' && attempt < READ_RETRIES.length;
    try {
      const response = await send(method, path, options);
      if (![502, 503, 504].includes(response.status)) {
        return response;
      }
      if (!mayRetry) {
        throw new Unreachable(`HTTP ${response.status}`);
      }
    } catch (e) {
      if (!mayRetry || e instanceof Unreachable) {
        throw e instanceof Unreachable ? e : new Unreachable(String(e));
      }
    }
    await new Promise((done) => setTimeout(done, READ_RETRIES[attempt]));
  }
}

function send(method: Method, path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: options.accept ?? 'application/json',
    'Accept-Language': locale(),
    'X-Requested-With': 'siyu',
  };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.ifMatch) {
    headers['If-Match'] = options.ifMatch;
  }
  if (options.idempotencyKey) {
    headers['Idempotency-Key'] = options.idempotencyKey;
  }
  return fetch(ROOT + path, {
    method,
    headers,
    credentials: 'same-origin',
    redirect: 'manual',
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
}

async function refusalOf(response: Response): Promise<Refusal> {
  return refusal(response.status, await response.text());
}

function refusal(status: number, text: string): Refusal {
  try {
    const problem = JSON.parse(text);
    return new Refusal(status, problem.code ?? '', problem.detail ?? '', problem.violations ?? []);
  } catch {
    return new Refusal(status, '', '', []);
  }
}
