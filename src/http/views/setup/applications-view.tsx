import type { VendorApplication } from '../../../sp/profile.js';

/** Which way a login to each application may begin, with how well that is known. */
export function ApplicationsView({ applications }: { readonly applications: readonly VendorApplication[] }) {
  if (applications.length === 0) return null;
  const sources = [...new Set(applications.map(({ grade, source }) => `${source} (${GRADES[grade]})`))];
  return (
    <details>
      <summary>Which applications can be entered from My Apps</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Application</th>
            <th scope="col">SP-initiated</th>
            <th scope="col">IdP-initiated</th>
          </tr>
        </thead>
        <tbody>
          {applications.map(({ name, spInitiated, idpInitiated }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{spInitiated ? 'yes' : 'no'}</td>
              <td>{idpInitiated ? 'yes' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet small">Source: {sources.join('; ')}.</p>
    </details>
  );
}

const GRADES = {
  documented: 'read in full',
  excerpt: 'read in part',
  inferred: 'inferred, not documented',
  harness: 'not known; the choice of this harness',
} as const;
