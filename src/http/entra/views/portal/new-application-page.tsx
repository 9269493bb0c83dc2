import { TextField } from './fields.js';
import { PortalFrame } from './portal-frame.js';

/** "Browse Microsoft Entra Gallery": where the tutorial begins. The stand-in holds one application, so adding it begins anew. */
export function NewApplicationPage({ name, problem }: { readonly name: string; readonly problem?: string }) {
  return (
    <PortalFrame
      title="Mimecast"
      trail="Enterprise applications › New application › Browse Microsoft Entra Gallery"
      place="/new-application"
      problem={problem}
    >
      <p>
        Adds Mimecast as the gallery does: without Identifier, Reply URL, users and groups. This stand-in holds one
        application, so what is configured now is taken away; certificates stay.
      </p>
      <form method="post" class="portal-form">
        <TextField name="name" label="Name" value={name} required />
        <button type="submit">Create</button>
      </form>
    </PortalFrame>
  );
}
