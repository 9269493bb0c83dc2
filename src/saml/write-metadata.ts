export { type EntraMetadataPlan, writeEntraMetadata } from './write-entra-metadata.js';
export { type ServiceProviderMetadataPlan, writeServiceProviderMetadata } from './write-sp-metadata.js';
