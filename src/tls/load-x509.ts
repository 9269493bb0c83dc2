/** `@peculiar/x509` wants the reflection shim before it is loaded, and neither is worth loading unless a certificate is made. */
export async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}
