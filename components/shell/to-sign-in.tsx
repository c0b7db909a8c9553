"use client";

import Link from "next/link";
import { useEffect } from "react";

/** Goes to sign-in and says where to come back to, which only the browser knows. */
export function ToSignIn() {
  useEffect(() => {
    const { pathname, search } = window.location;
    window.location.replace(pathname === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }, []);
  return (
    <noscript>
      <p className="p-8">
        You are signed out. <Link href="/sign-in">Sign in</Link>
      </p>
    </noscript>
  );
}
