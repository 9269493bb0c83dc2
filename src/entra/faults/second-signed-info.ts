import type { Fault } from '../fault.js';

export const secondSignedInfo: Fault = {
  id: 'second-signed-info',
  title: 'a second SignedInfo with the digest of a forged assertion',
  area: 'signature',
  kind: 'attack',
  caughtBy: ['signature-reference-sound'],
  afterSigning: (xml) =>
    xml.replace(
      /<SignedInfo>.*?<\/SignedInfo>/s,
      (genuine) => genuine.replace(/(<DigestValue>)[^<]*/, '$1Zm9yZ2Vk') + genuine,
    ),
};
