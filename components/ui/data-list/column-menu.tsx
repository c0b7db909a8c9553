"use client";

import { Columns3 } from "lucide-react";

import { Button } from "../button";
import { DropdownMenu, DropdownMenuCheckboxItem, DropdownMenuContent, DropdownMenuLabel, DropdownMenuTrigger } from "../dropdown-menu";

type Props = { columns: readonly { id: string; label: string }[]; hidden: readonly string[]; onChange: (hidden: string[]) => void };

export function ColumnMenu({ columns, hidden, onChange }: Props) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" aria-label="Columns">
          <Columns3 /> Columns
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>Columns</DropdownMenuLabel>
        {columns.map(({ id, label }) => (
          <DropdownMenuCheckboxItem
            key={id}
            checked={!hidden.includes(id)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(isShown) => onChange(isShown ? hidden.filter((each) => each !== id) : [...hidden, id])}
          >
            {label}
          </DropdownMenuCheckboxItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
