import { type Pixels, scanCode } from '@chidu/sdk/codes/scan';

/** The browser's own reader, where there is one: it is not in TypeScript's library. */
interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
declare const BarcodeDetector:
  | (new (options: {
      formats: readonly string[];
    }) => Detector)
  | undefined;

/** Larger pictures are read no better, only more slowly. */
const LONGEST_SIDE = 2400;

/** The text of the code in a picture, or null. Read on this machine; no policy has to allow images for it. */
export async function readPicture(picture: Blob): Promise<string | null> {
  const image = await createImageBitmap(picture).catch(() => null);
  if (image === null) return null;
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * shrink));
  canvas.height = Math.max(1, Math.round(image.height * shrink));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const pixels: Pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const native = async () =>
    typeof BarcodeDetector === 'undefined'
      ? []
      : (await new BarcodeDetector({ formats: ['qr_code'] }).detect(image)).map(
          ({ rawValue }) => rawValue,
        );
  return scanCode(pixels, native);
}
