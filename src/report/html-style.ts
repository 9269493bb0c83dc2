/** The stylesheet of the single-file report: light and dark, narrow screens, print. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --good: #1a7f37; --bad: #c62828; --soft: #8881; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --good: #4ac26b; --bad: #ff7b72; --warn: #d4a72c; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
.verdict { border-left: .4rem solid var(--bad); padding: .75rem 1rem; background: var(--soft); font-size: 1.1rem; }
.verdict.accepted { border-color: var(--good); }
.finding { border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem; margin: .75rem 0; }
.finding.error h3 { color: var(--bad); } .finding.warning h3 { color: var(--warn); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0 0; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
code, pre { font: .875rem/1.45 ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; background: var(--soft); border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
@media (min-width: 40rem) { table.checks td:nth-child(-n+2) { white-space: nowrap; } table.checks td:first-child, table.removed td:first-child { padding-right: 1.25rem; } table.removed td:first-child { white-space: nowrap; } table.checks td:nth-child(2) { padding-right: 1.25rem; } }
.note { color: var(--warn); } footer { margin-top: 3rem; font-size: .875rem; opacity: .8; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
`;
