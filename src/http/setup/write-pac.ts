/**
 * A proxy auto-config: the vendor's hosts are asked for at the harness, everything else as always. Without DIRECT as a second
 * choice: a browser that has read it finds nothing when the harness has ended. One that begins later cannot read it, and goes to the
 * real host; only taking the setting back helps then.
 */
export function writePac(hosts: readonly string[], proxy: string): string {
  return `// Leads these host names to the rehearsal on this machine. Take it out of the browser before the harness ends.
function FindProxyForURL(url, host) {
  var rehearsed = ${JSON.stringify(hosts)};
  return rehearsed.indexOf(host.toLowerCase()) < 0 ? "DIRECT" : "PROXY ${proxy}";
}
`;
}
