import { AUTHENTICATIONS } from '../../../entra/authentication.js';
import { FAULT_AREAS, type Fault } from '../../../entra/fault.js';

/** How this one login is to differ: another way to sign in, deliberate defects. Closed unless somebody wants it. */
export function LoginExtrasFields({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <details class="login-extras">
      <summary>Rehearse something else with this login</summary>
      <label for="method">Sign in with</label>
      <select id="method" name="method">
        <option value="">as this user always does</option>
        {Object.entries(AUTHENTICATIONS).map(([id, { title }]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {faults.length === 0 ? null : (
        <>
          <label for="fault">Send a response with these faults</label>
          <select id="fault" name="fault" multiple size={8} aria-describedby="fault-help">
            {FAULT_AREAS.map((area) => (
              <FaultGroup key={area} area={area} faults={faults.filter((fault) => fault.area === area)} />
            ))}
          </select>
          <small id="fault-help">Hold Ctrl or ⌘ to choose several; they are made in the order of this list.</small>
        </>
      )}
    </details>
  );
}

function FaultGroup({ area, faults }: { readonly area: string; readonly faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <optgroup label={area}>
      {faults.map(({ id, title }) => (
        <option key={id} value={id}>
          {title} ({id})
        </option>
      ))}
    </optgroup>
  );
}
