/** A pilot's flag: what a Lotse hoists. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#07717a"/><path d="M8 6v20M8 7h16v11H8z" fill="#fff" stroke="#fff" stroke-width="2"/><path d="M16 7h8v11h-8z" fill="#b32322"/></svg>
`;
