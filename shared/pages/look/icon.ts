/** A square with four houses around it: rynek, the market square. Used as the icon of the site. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0f4c75"/><path fill="#fff" d="M16 4l5 4v4H11V8zM16 28l5-4v-4H11v4zM4 16l4-5h4v10H8zM28 16l-4-5h-4v10h4z"/><rect x="13.5" y="13.5" width="5" height="5" fill="#fd0"/></svg>`;
