// Runs before the first paint: a page that is to be dark never flashes white.
try {
  var root = document.documentElement
  var scheme = localStorage.getItem('mantine-color-scheme-value')
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root.setAttribute('data-mantine-color-scheme', scheme)
} catch {
  // Storage may be forbidden; the page then follows the system.
}
