import { query } from "./graphql";

const variantFields = "id sku displayName barcode price inventoryPolicy updatedAt inventoryItem { id tracked }";

export const listProductsSince = query(
  "catalogue.listChanged",
  845,
  `query ProductsSince($filter: String, $cursor: String) {
    products(first: 20, after: $cursor, query: $filter, sortKey: UPDATED_AT) {
      nodes { id status productType updatedAt variants(first: 20) { nodes { ${variantFields} } pageInfo { hasNextPage endCursor } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);

export const listVariantsOfProduct = query(
  "catalogue.listVariants",
  210,
  `query VariantsOfProduct($id: ID!, $cursor: String) {
    product(id: $id) { variants(first: 100, after: $cursor) { nodes { ${variantFields} } pageInfo { hasNextPage endCursor } } }
  }`,
);

export const listVariantsBySku = query(
  "catalogue.listBySku",
  305,
  `query VariantsBySku($filter: String!, $cursor: String) {
    productVariants(first: 100, after: $cursor, query: $filter) {
      nodes { ${variantFields} product { status productType updatedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
);
