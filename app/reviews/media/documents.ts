import { document } from '#app/platform/shopify/document.ts'

export interface StagedTarget {
  url: string
  resourceUrl: string
  parameters: { name: string; value: string }[]
}
export interface StagedInput {
  resource: 'IMAGE' | 'VIDEO'
  filename: string
  mimeType: string
  fileSize: string
  httpMethod: 'POST'
}

export const StageUpload = document<{ stagedUploadsCreate: { stagedTargets: StagedTarget[] } }, { input: StagedInput[] }>(`
  mutation StageUpload($input: [StagedUploadInput!]!) {
    stagedUploadsCreate(input: $input) {
      stagedTargets {
        url
        resourceUrl
        parameters {
          name
          value
        }
      }
      userErrors {
        field
        message
      }
    }
  }
`)

export type FileStatus = 'UPLOADED' | 'PROCESSING' | 'READY' | 'FAILED'
export interface FileInput {
  originalSource: string
  filename: string
  contentType: 'IMAGE' | 'VIDEO'
  alt: string
}

export const CreateFile = document<{ fileCreate: { files: { id: string }[] } }, { files: FileInput[] }>(`
  mutation CreateFile($files: [FileCreateInput!]!) {
    fileCreate(files: $files) {
      files {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`)

export const FindFile = document<{ files: { nodes: { id: string }[] } }, { query: string }>(`
  query FindFile($query: String!) {
    files(first: 1, query: $query) {
      nodes {
        id
      }
    }
  }
`)

export interface FileRead {
  fileStatus: FileStatus
  image?: { url: string; width: number | null; height: number | null } | null
  sources?: { url: string; mimeType: string }[]
}

export const ReadFile = document<{ node: FileRead | null }, { id: string }>(`
  query ReadFile($id: ID!) {
    node(id: $id) {
      ... on MediaImage {
        fileStatus
        image {
          url
          width
          height
        }
      }
      ... on Video {
        fileStatus
        sources {
          url
          mimeType
        }
      }
    }
  }
`)

export const DeleteFiles = document<{ fileDelete: { deletedFileIds: string[] | null } }, { fileIds: string[] }>(`
  mutation DeleteFiles($fileIds: [ID!]!) {
    fileDelete(fileIds: $fileIds) {
      deletedFileIds
      userErrors {
        code
        field
        message
      }
    }
  }
`)
