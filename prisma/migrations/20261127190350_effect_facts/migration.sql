-- AlterTable
ALTER TABLE "effect" ADD COLUMN "location_id" TEXT GENERATED ALWAYS AS ("request" ->> 'locationId') STORED,
ADD COLUMN "reserved_until" TEXT GENERATED ALWAYS AS ("request" ->> 'reservedUntil') STORED;

-- CreateIndex
CREATE INDEX "effect_connection_id_reserved_until_idx" ON "effect"("connection_id", "reserved_until");
