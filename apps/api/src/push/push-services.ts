import { Injectable } from '@nestjs/common';

const HOSTS = [
  /^fcm\.googleapis\.com$/,
  /^(updates|[\w-]+)\.push\.services\.mozilla\.com$/,
  /^([\w-]+\.)?notify\.windows\.com$/,
  /^web\.push\.apple\.com$/,
];

/** The push services of browsers. A guest names the endpoint, and we must not be sent anywhere else. */
@Injectable()
export class PushServices {
  knows(endpoint: string): boolean {
    if (!URL.canParse(endpoint)) return false;
    const { protocol, hostname, port, username } = new URL(endpoint);
    return protocol === 'https:' && port === '' && username === '' && HOSTS.some((host) => host.test(hostname));
  }
}
