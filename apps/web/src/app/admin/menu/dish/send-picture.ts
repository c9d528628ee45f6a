import { problemOfAnswer } from '../../../core/api/api-problem';

/** A picture over a phone's network, and its cutting. */
const TIMEOUT_MS = 120_000;

export interface PictureSending {
  readonly etag: string;
  readonly csrfToken: string | null;
  readonly signal: AbortSignal;
  /** How much of it has gone, from 0 to 1. */
  readonly onSent: (share: number) => void;
}

/** Puts a picture and tells how it goes up, which fetch cannot. Throws an ApiProblem, or the signal's reason. */
export function sendPicture<T>(url: string, picture: Blob, sending: PictureSending): Promise<T> {
  const { etag, csrfToken, signal, onSent } = sending;
  return new Promise<T>((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    const lost = (): void => reject(problemOfAnswer(0, null, 'The picture did not arrive.'));
    request.open('PUT', url);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader('If-Match', etag);
    request.setRequestHeader('Content-Type', picture.type);
    if (csrfToken !== null) request.setRequestHeader('X-CSRF-Token', csrfToken);
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total);
    request.upload.onload = () => onSent(1);
    request.onload = () => {
      const body = read(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(problemOfAnswer(request.status, body, request.statusText));
    };
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(picture);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
