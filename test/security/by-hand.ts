import { connect } from 'node:net';

/** A request written by hand: clients would not send what has to be refused here. */
export function ask(origin: URL, path: string, lines: readonly string[], method = 'GET', body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const head = [`${method} ${path} HTTP/1.1`, ...lines, `Content-Length: ${body.length}`, 'Connection: close'];
    const socket = connect(Number(origin.port), '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

export const statusOf = (answer: string) => Number(answer.split(' ')[1]);
