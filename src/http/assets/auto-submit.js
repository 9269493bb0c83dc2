// Sends the page's one form on, as the SAML HTTP-POST binding does. Without JavaScript the form's button does it.
document.querySelector('form[data-auto-submit]')?.requestSubmit();
