import { PushServices } from './push-services.js';

describe('an endpoint', () => {
  const services = new PushServices();

  it.each([
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://db5p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('%s is of a push service', (endpoint) => expect(services.knows(endpoint)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/a',
    'https://fcm.googleapis.com:8443/a',
    'https://fcm.googleapis.com.evil.example/a',
    'https://evil.example/fcm.googleapis.com',
    'https://user@fcm.googleapis.com/a',
    'https://localhost/a',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    'nothing',
  ])('%s is not', (endpoint) => expect(services.knows(endpoint)).toBe(false));
});
