export { Demo } from './demo.js';
export type { DemoAccess } from './demo.js';
export { DemoPhotos } from './demo-photos.js';
export { DemoModule } from './demo.module.js';
