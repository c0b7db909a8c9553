"use client";

/** The last resort: even the frame of the page broke, so nothing of it is used. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          colorScheme: "light dark",
          display: "grid",
          placeContent: "center",
          minHeight: "90vh",
          textAlign: "center",
        }}
      >
        <title>Parity</title>
        <h1 style={{ fontSize: 18 }}>Parity could not be shown</h1>
        <p>Nothing was changed by it.</p>
        <button type="button" onClick={retry} style={{ justifySelf: "center", padding: "8px 16px" }}>
          Try again
        </button>
      </body>
    </html>
  );
}
