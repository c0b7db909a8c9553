-- CreateTable
CREATE TABLE "promotion" (
    "id" UUID NOT NULL,
    "shop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "scope" JSONB NOT NULL,
    "effect" JSONB NOT NULL,
    "tolerance_percent" TEXT,
    "code" TEXT NOT NULL DEFAULT '',
    "min_units" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_difference" (
    "shop_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "percent" TEXT NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "due" BIGINT NOT NULL,
    "paid" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "promotion_id" UUID,
    "is_quantity_price" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "price_difference_pkey" PRIMARY KEY ("shop_id","order_id","line_id")
);

-- CreateIndex
CREATE INDEX "promotion_shop_id_starts_at_idx" ON "promotion"("shop_id", "starts_at");

-- CreateIndex
CREATE INDEX "price_difference_shop_id_placed_at_idx" ON "price_difference"("shop_id", "placed_at");

-- CreateIndex
CREATE INDEX "price_difference_promotion_id_idx" ON "price_difference"("promotion_id");

-- CreateIndex
CREATE INDEX "effect_shop_id_last_sent_at_idx" ON "effect"("shop_id", "last_sent_at");
