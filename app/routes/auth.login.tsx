/** Where Shopify's library sends whoever opens Encore outside the admin. */
export default function Login() {
  return (
    <main style={{ maxWidth: '32rem', margin: '4rem auto', padding: '0 1rem', fontFamily: 'system-ui, sans-serif' }}>
      <h1>Open Encore from your Shopify admin</h1>
      <p>
        Encore runs inside Shopify: go to <a href="https://admin.shopify.com">admin.shopify.com</a>, choose your shop, then Apps, then
        Encore.
      </p>
    </main>
  )
}
