import type { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { SessionStore } from '../session/session-store';
import { problemOfAnswer } from './api-problem';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Sends the session's token back with every change: a foreign page has the cookie but cannot read the token. */
export const csrfInterceptor: HttpInterceptorFn = (request, next) => {
  const token = inject(SessionStore).csrfToken();
  if (token === null || SAFE_METHODS.has(request.method)) return next(request);
  return next(request.clone({ headers: request.headers.set('X-CSRF-Token', token) }));
};

/** One shape for every failure: callers and resources see an ApiProblem. */
export const problemInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError(({ status, error, message }: HttpErrorResponse) =>
      throwError(() => problemOfAnswer(status, error, message)),
    ),
  );
