// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

/** The mark: a ship's wheel of eight spokes. */
export const Wheel = ({ size = 26 }: { readonly size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    strokeLinecap="round"
    aria-hidden
  >
    <circle cx="16" cy="16" r="8.5" strokeWidth="2.4" />
    <circle cx="16" cy="16" r="2.6" fill="currentColor" stroke="none" />
    <path
      strokeWidth="2"
      d="M16 2.2v9.6m0 8.4v9.6M2.2 16h9.6m8.4 0h9.6M6.2 6.2l6.8 6.8m6 6 6.8 6.8m0-19.6L19 13m-6 6-6.8 6.8"
    />
  </svg>
)
