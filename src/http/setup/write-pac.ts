/**
 * A proxy auto-config: the vendor's hosts are asked for at the harness, everything else as always. Without DIRECT as a second
 * choice, so that a harness that has ended never lets a rehearsal slip to the real host.
 */
export function writePac(hosts: readonly string[], proxy: string): string {
  return `// Leads these host names to the rehearsal on this machine. Take it out of the browser when you are done.
function FindProxyForURL(url, host) {
  var rehearsed = ${JSON.stringify(hosts)};
  return rehearsed.indexOf(host.toLowerCase()) < 0 ? "DIRECT" : "PROXY ${proxy}";
}
`;
}
