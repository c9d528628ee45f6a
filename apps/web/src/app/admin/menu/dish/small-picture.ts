/** More than the largest cut that is kept, so that nothing is lost by it. */
const LONGEST_SIDE = 2000;
/** What is as small as this goes as it is. */
const SMALL_BYTES = 1_500_000;
const QUALITY = 0.9;

/**
 * The picture as it is sent: a phone's twelve megapixels are made smaller first, so that it goes up in seconds. What the
 * browser cannot read goes as it is; then the server tells what is wrong with it.
 */
export async function smallPicture(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    if (pen === null) return file;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    return small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
