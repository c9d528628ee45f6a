/** The address in what somebody has sent as the photo of an entry; null when there is none that could be read. */
export function addressOfPhoto(photo: unknown): string | null {
  if (typeof photo !== 'object' || photo === null || !('url' in photo)) return null;
  return typeof photo.url === 'string' ? photo.url : null;
}

/** The addresses of all photos in an uploaded document. */
export function photosIn({ items }: Readonly<Record<string, unknown>>): string[] {
  if (!Array.isArray(items)) return [];
  return (items as unknown[]).flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('photo' in item)) return [];
    return addressOfPhoto(item.photo) ?? [];
  });
}
