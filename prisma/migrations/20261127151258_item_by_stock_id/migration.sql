-- CreateIndex
CREATE INDEX "catalogue_item_connection_id_stock_id_idx" ON "catalogue_item"("connection_id", "stock_id");
