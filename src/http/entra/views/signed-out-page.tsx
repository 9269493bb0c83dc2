import { EntraFrame } from './frame.js';

export function SignedOutPage() {
  return (
    <EntraFrame title="Sign out">
      <section class="entra-card">
        <h1>You signed out of your account</h1>
        <p>It’s a good idea to close all browser windows.</p>
      </section>
      <p>
        <a href="/">The application in the stand-in</a>
      </p>
    </EntraFrame>
  );
}
